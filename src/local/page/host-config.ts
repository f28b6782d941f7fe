/**
 * Approximates the look of Adaptive Cards in Teams with the open-source renderer. Its colours are those of the
 * theme (`style/themes.css`), so that a card changes with the theme and keeps what is typed in it.
 */
const COLORS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'];
const CONTAINERS = ['default', 'emphasis', 'accent', 'good', 'warning', 'attention'];

const highlightColors = { default: 'var(--card-highlight)', subtle: 'var(--card-highlight)' };
const foregroundColors = Object.fromEntries(
  COLORS.map((name) => [
    name,
    { default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)`, highlightColors },
  ]),
);
const containerStyles = Object.fromEntries(
  CONTAINERS.map((name) => [name, { backgroundColor: `var(--card-on-${name})`, foregroundColors }]),
);

export const HOST_CONFIG = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 10 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles,
  /** Below the headings of the page (1) and of the chat or dialog (2). */
  textBlock: { headingLevel: 3 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', weight: 'bolder' },
  },
  actions: {
    maxActions: 6,
    allowTitleToWrap: true,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 10, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
};
