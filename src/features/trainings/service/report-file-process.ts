/** The process that reads a large attendance report. */
import { serve } from '../../../platform/reading/serving.js';
import { readReport } from '../domain/report-file.js';

serve(readReport);
