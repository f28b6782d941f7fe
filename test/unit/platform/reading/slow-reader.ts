/** A process that reads as the test says. */
import { serve } from '../../../../src/platform/reading/serving.js';
import { readSlowly } from './readers.js';

serve(readSlowly);
