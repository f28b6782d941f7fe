/** Loads the classifiers with the rules and the models. */
import { loadHiddenModel, loadModel } from '../learning/model-file.js';
import { type Assess, createAssess } from './assess.js';
import { createCaresIn } from './cares.js';
import { readConcepts } from './concepts.js';
import { ImpactModel } from './impact-model.js';
import { createProposals } from './proposals.js';
import { readRules } from './rules.js';
import { createSafetyIn } from './safety.js';

const loadImpactModel = (concepts = readConcepts()) =>
  new ImpactModel(loadModel('impact-clause'), loadHiddenModel('impact-clause-hidden'), concepts);

export function loadAssess(rules = readRules()): Assess {
  const concepts = readConcepts();
  const caresIn = createCaresIn(loadModel('impact-cares'));
  return createAssess(rules, loadImpactModel(concepts), (text, level) =>
    caresIn(concepts.mark(text, rules.read(text)).text, level),
  );
}

export function loadSafetyIn(rules = readRules()): ReturnType<typeof createSafetyIn> {
  return createSafetyIn(rules, loadImpactModel());
}

export function loadProposals(rules = readRules()): ReturnType<typeof createProposals> {
  const models = {
    topic: loadModel('impact-topic'),
    efforts: loadModel('impact-efforts'),
    touches: loadModel('impact-touches'),
  };
  return createProposals(models, rules);
}
