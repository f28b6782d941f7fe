/** Loads the classifiers with the rules and the models made by the build. */
import { loadModel } from '../../../platform/learning/model-file.js';
import { type Assess, createAssess } from './assess.js';
import { ImpactModel } from './impact-model.js';
import { createProposals } from './proposals.js';
import { readRules } from './rules.js';

export function loadAssess(rules = readRules()): Assess {
  return createAssess(rules, new ImpactModel(loadModel('impact-clause')));
}

export function loadProposals(): ReturnType<typeof createProposals> {
  return createProposals({
    topic: loadModel('impact-topic'),
    efforts: loadModel('impact-efforts'),
    touches: loadModel('impact-touches'),
  });
}
