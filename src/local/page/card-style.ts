/** The style of cards, for the shadow root of each card; similar to Teams. */
export const CARD_CSS = `
:host { display: block; font-family: inherit; }
.ac-container.ac-adaptiveCard { padding: 8px 4px 4px !important; outline: none; }
.ac-actionSet { flex-wrap: wrap !important; row-gap: 8px; }
.ac-pushButton { flex: 0 0 auto !important; max-width: 100%; padding: 6px 14px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; font: inherit; font-weight: 600; color: #242424; cursor: pointer; white-space: normal !important; text-align: center; }
.ac-pushButton:hover { background: #f5f5f5; }
.ac-pushButton:focus-visible { outline: 2px solid #5b5fc7; outline-offset: 2px; }
.ac-pushButton.primary { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
.ac-pushButton:disabled { opacity: .5; cursor: progress; }
.ac-pushButton.expanded { background: #e8ebfa; border-color: #5b5fc7; }
.ac-input { font: inherit; }
input.ac-input, textarea.ac-input, select.ac-input, .ac-textInput, .ac-dateInput, .ac-multichoiceInput { width: 100%; box-sizing: border-box; padding: 7px 9px; border: 1px solid #8a8a8a; border-radius: 4px; background: #fff; color: #242424; }
textarea.ac-input { min-height: 110px; resize: vertical; }
input[type="radio"], input[type="checkbox"] { width: 18px; height: 18px; margin: 3px 4px 3px 0; flex: none; accent-color: #5b5fc7; }
.ac-input-validation-failed { border-color: #c4314b !important; }
.ac-choiceSetInput-filtered-container { position: relative; }
.ac-choiceSetInput-filtered-dropdown { position: absolute; z-index: 5; left: 0; right: 0; max-height: 180px; overflow-y: auto; background: #fff; border: 1px solid #8a8a8a; border-radius: 4px; }
.ac-choiceSetInput-choice { padding: 6px 9px; cursor: pointer; }
.ac-choiceSetInput-choice-highlighted { background: #e8ebfa; }
label { cursor: pointer; }
`;
