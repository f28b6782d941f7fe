/** How a person stands to a training. */

/** `registered`: on the list, which is not closed. `attended`: on the closed list. `short`: in its meeting, too shortly. */
export type AttendanceState = 'registered' | 'attended' | 'short';
