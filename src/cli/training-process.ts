/** The process that trains one model, which it is sent; then nothing keeps it. */
import { buildModel, type Lessons } from '../platform/learning/model-file.js';

process.once('message', (lessons) => buildModel(lessons as Lessons));
