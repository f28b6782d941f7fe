/** The style of cards, for the shadow root of each card; similar to Teams. The colours come from the theme. */
export const CARD_CSS = `
:host { display: block; font-family: inherit; color: var(--ink); }
:host([aria-busy="true"]) .ac-pushButton { opacity: .6; cursor: progress; }
.ac-container.ac-adaptiveCard { padding: 6px 0 2px !important; outline: none; }
/* What unfolds in a card. */
.ac-adaptiveCard .ac-adaptiveCard { padding: 8px 10px 10px !important; border-radius: 4px; }
.ac-container[style*="--card-on-"]:not(.ac-adaptiveCard) { outline: 1px solid var(--card-edge); outline-offset: -1px; border-radius: 4px; }
div:has(> .ac-actionSet) { overflow: visible !important; }
.ac-actionSet { flex-wrap: wrap !important; gap: 8px; }
.ac-actionSet > div { display: none; }
.ac-pushButton { flex: 0 0 auto !important; max-width: 100%; min-height: 32px; padding: 5px 14px; border: 1px solid var(--button-line); border-radius: 4px; background: var(--paper); font: inherit; font-weight: 600; color: var(--ink); cursor: pointer; white-space: normal !important; text-align: center; }
.ac-pushButton:hover { background: var(--hover); }
.ac-pushButton.primary { background: var(--fill); border-color: var(--fill); color: var(--on-fill); }
.ac-pushButton.primary:hover { background: var(--fill-strong); }
.ac-pushButton.expanded { background: var(--mine); border-color: var(--brand); }
:focus-visible { outline: 2px solid var(--focus) !important; outline-offset: 2px; border-radius: 4px; }
.ac-input { font: inherit; }
input.ac-input, textarea.ac-input, select.ac-input, .ac-textInput, .ac-dateInput, .ac-multichoiceInput { width: 100%; box-sizing: border-box; padding: 7px 9px; border: 1px solid var(--control-line); border-radius: 4px; background: var(--field); color: var(--ink); }
.ac-input::placeholder { color: var(--soft); opacity: 1; }
textarea.ac-input { min-height: 110px; resize: vertical; }
input[type="radio"], input[type="checkbox"] { width: 18px; height: 18px; margin: 3px 4px 3px 0; flex: none; accent-color: var(--fill); }
.ac-input-validation-failed { border-color: var(--danger) !important; }
.ac-choiceSetInput-filtered-container { position: relative; }
.ac-choiceSetInput-filtered-dropdown { position: absolute; z-index: 5; left: 0; right: 0; max-height: 180px; overflow-y: auto; background: var(--paper); border: 1px solid var(--control-line); border-radius: 4px; }
.ac-choiceSetInput-choice { padding: 6px 9px; cursor: pointer; }
.ac-choiceSetInput-choice-highlighted { background: var(--mine); }
.ac-anchor, a { color: var(--brand-ink); }
img { max-width: 100%; }
label { cursor: pointer; }
`;
