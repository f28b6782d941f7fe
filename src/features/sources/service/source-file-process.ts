/** The process that reads a large file of another channel. */
import { serve } from '../../../platform/reading/serving.js';
import { readSourceFile } from '../domain/source-file.js';

serve(readSourceFile);
