/** The process that trains one model, which it is sent; then nothing keeps it. */
import { buildModel, type ModelPlan } from '../platform/learning/model-file.js';

process.once('message', (plan) => buildModel(plan as ModelPlan));
