/** `npm run test:all` sets `THOROUGH=1`. */
const IS_THOROUGH = process.env.THOROUGH === '1';

/** How much of something a test plays: little in `npm test`, all in `npm run test:all`. */
export const thoroughly = <T>(little: T, all: T): T => (IS_THOROUGH ? all : little);
