/** Where the files of a case are stored. */

/** The blob folder of a case, and of the draft that it was. */
export const folderOf = (caseId: string) => `${caseId}/`;

export const pathOf = (caseId: string, fileId: string) => `${folderOf(caseId)}${fileId}`;
