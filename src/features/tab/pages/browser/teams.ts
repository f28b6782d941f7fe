/** What the page uses of the library of Teams. Apart, so that it is loaded in Teams alone. */
export { app, authentication } from '@microsoft/teams-js';
