/** Approximates the look of Adaptive Cards in Teams with the open-source renderer. */
const COLORS = {
  default: { default: '#242424', subtle: '#616161' },
  dark: { default: '#000000', subtle: '#424242' },
  light: { default: '#ffffff', subtle: '#e0e0e0' },
  accent: { default: '#444791', subtle: '#5b5fc7' },
  good: { default: '#0e5c0e', subtle: '#237b4b' },
  warning: { default: '#7a3b00', subtle: '#8a5a00' },
  attention: { default: '#a80000', subtle: '#b10e1c' },
};

const foregroundColors = Object.fromEntries(
  Object.entries(COLORS).map(([name, color]) => [
    name,
    { ...color, highlightColors: { default: '#fff0a8', subtle: '#fff0a8' } },
  ]),
);

const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

export const HOST_CONFIG = {
  fontFamily: '"Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif',
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 10 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: {
    default: container('#ffffff'),
    emphasis: container('#f3f3f7'),
    accent: container('#e8ebfa'),
    good: container('#e7f5e7'),
    warning: container('#fdf0e1'),
    attention: container('#fde7e9'),
  },
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
