import { onlyFor } from '../../../platform/errors.js';
import { textIn } from '../text/catalogue.js';

export const onlyForLeaders = () => onlyFor((language) => textIn(language).indicators.onlyFor);
