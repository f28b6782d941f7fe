import { onlyFor } from '../../../platform/errors.js';

export const onlyForLeaders = () => onlyFor((text) => text.indicators.onlyFor);
