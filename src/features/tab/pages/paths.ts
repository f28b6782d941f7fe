/** The addresses of the page. */
export const APP = '/app';
/** The id of the first section. */
export const TODAY = 'hoy';
export const LEAVE = '/app/salir';
export const ENTRY = '/app/entrar';
/** Where the tab in Teams signs in. */
export const TEAMS = '/app/teams';
export const TAB_SCRIPT = '/app/tab.js';
export const TAB_STYLE = '/app/estilo.css';

export const sectionPath = (id: string): string => `${APP}/${id}`;
/** @param key of a link that opens once. */
export const entryPath = (key: string): string => `${ENTRY}/${key}`;
