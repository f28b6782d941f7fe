/** All card templates by name, so that every one gets the same checks. */
import { awaySavedTemplate, awayTemplate } from '../../src/features/absences/cards/away-card.js';
import * as answers from '../../src/features/answers/cards/templates.js';
import { dangerTemplate, lineTemplate } from '../../src/features/care/cards/danger-card.js';
import { caseFormTemplate } from '../../src/features/cases/cards/form-template.js';
import * as cases from '../../src/features/cases/cards/templates.js';
import { commitmentsTemplate } from '../../src/features/commitments/cards/commitment-list-card.js';
import { personTemplate } from '../../src/features/home/cards/person-card.js';
import { superiorTemplate } from '../../src/features/home/cards/superior-card.js';
import { welcomeTemplate } from '../../src/features/home/cards/welcome-card.js';
import { indicatorsTemplate } from '../../src/features/indicators/cards/indicators-card.js';
import { statusTemplate } from '../../src/features/operations/cards/status-card.js';
import { practiceTemplate } from '../../src/features/practice/cards/practice-card.js';
import { settingsTemplate } from '../../src/features/practice/cards/settings-card.js';
import { myDataTemplate } from '../../src/features/privacy/cards/my-data-card.js';
import { requestListTemplate, requestTemplate } from '../../src/features/privacy/cards/request-card.js';
import { eventTemplate } from '../../src/features/recognitions/cards/event-card.js';
import { eventListTemplate } from '../../src/features/recognitions/cards/event-list-card.js';
import { eventCandidateTemplate } from '../../src/features/recognitions/cards/event-person-card.js';
import { recognitionFormTemplate } from '../../src/features/recognitions/cards/form-card.js';
import { recognitionListTemplate } from '../../src/features/recognitions/cards/list-card.js';
import { recognitionNoteTemplate } from '../../src/features/recognitions/cards/note-template.js';
import { recognitionTemplate } from '../../src/features/recognitions/cards/own-template.js';
import { recognitionPreviewTemplate } from '../../src/features/recognitions/cards/preview-card.js';
import * as reports from '../../src/features/reports/cards/templates.js';
import { digestTemplate } from '../../src/features/sources/cards/digest-card.js';
import { linesTemplate } from '../../src/features/sources/cards/import-cards.js';
import { thanksTemplate } from '../../src/features/sources/cards/thanks-form.js';
import { rowTemplate, severalTemplate } from '../../src/features/sources/cards/triage-card.js';
import { linkTemplate } from '../../src/features/tab/cards/link-card.js';
import { checkTemplate } from '../../src/features/trainings/cards/check-card.js';
import { correctTemplate } from '../../src/features/trainings/cards/correct-card.js';
import { coverageTemplate } from '../../src/features/trainings/cards/coverage-card.js';
import { deskTemplate } from '../../src/features/trainings/cards/desk-card.js';
import { filesTemplate as trainingFilesTemplate } from '../../src/features/trainings/cards/files-card.js';
import { formTemplate } from '../../src/features/trainings/cards/form-card.js';
import { listTemplate } from '../../src/features/trainings/cards/list-card.js';
import { tiedTemplate } from '../../src/features/trainings/cards/live-card.js';
import {
  meetingChooseTemplate,
  meetingPreviewTemplate,
} from '../../src/features/trainings/cards/meeting-card.js';
import { missingTemplate } from '../../src/features/trainings/cards/missing-card.js';
import { myAttendanceTemplate } from '../../src/features/trainings/cards/my-attendance-card.js';
import { attendanceTemplate } from '../../src/features/trainings/cards/receipt-card.js';
import { trainingTemplate } from '../../src/features/trainings/cards/training-card.js';
import { voiceFormTemplate } from '../../src/features/voices/cards/voice-card.js';
import { privateTemplate } from '../../src/platform/cards/private-chat.js';
import { filesTemplate, noticeTemplate, possibleTemplate } from '../../src/platform/cards/shared-cards.js';
import type { DataOf } from '../../src/platform/cards/template.js';

export const TRAINING_TEMPLATES = {
  training: trainingTemplate,
  'training-form': formTemplate,
  'training-desk': deskTemplate,
  'training-list': listTemplate,
  'training-files': trainingFilesTemplate,
  'training-check': checkTemplate,
  'training-correct': correctTemplate,
  'my-attendance': myAttendanceTemplate,
  'training-missing': missingTemplate,
  'meeting-choose': meetingChooseTemplate,
  'meeting-preview': meetingPreviewTemplate,
  'meeting-tied': tiedTemplate,
  attendance: attendanceTemplate,
  coverage: coverageTemplate,
};

export const PRACTICE_TEMPLATES = { practice: practiceTemplate, 'practice-settings': settingsTemplate };
export const RECOGNITION_TEMPLATES = {
  'recognition-form': recognitionFormTemplate,
  'recognition-preview': recognitionPreviewTemplate,
  recognition: recognitionTemplate,
  'recognition-note': recognitionNoteTemplate,
  'recognition-list': recognitionListTemplate,
};

export const EVENT_TEMPLATES = {
  event: eventTemplate,
  'event-candidate': eventCandidateTemplate,
  'event-list': eventListTemplate,
};

export const SOURCE_TEMPLATES = {
  'source-lines': linesTemplate,
  'source-row': rowTemplate,
  'source-thanks': thanksTemplate,
  'source-several': severalTemplate,
  'source-digest': digestTemplate,
};

export const CASE_FILE_TEMPLATES = {
  unclean: reports.uncleanTemplate,
  'report-name': reports.nameTemplate,
  'case-files': cases.caseFilesTemplate,
};

export const TEMPLATES = {
  welcome: welcomeTemplate,
  notice: noticeTemplate,
  possible: possibleTemplate,
  private: privateTemplate,
  files: filesTemplate,
  answer: answers.answerTemplate,
  article: answers.articleTemplate,
  quotation: answers.quotationTemplate,
  overview: answers.overviewTemplate,
  suggestions: answers.suggestionsTemplate,
  abstention: answers.abstentionTemplate,
  choices: answers.choicesTemplate,
  questions: answers.questionsTemplate,
  danger: dangerTemplate,
  line: lineTemplate,
  person: personTemplate,
  superior: superiorTemplate,
  'answer-here': cases.answerHereTemplate,
  'report-offer': reports.offerTemplate,
  'report-quote': reports.quoteTemplate,
  'report-describe': reports.describeTemplate,
  'report-confirm': reports.confirmTemplate,
  case: cases.caseTemplate,
  form: caseFormTemplate,
  news: cases.newsTemplate,
  'case-list': cases.caseListTemplate,
  link: linkTemplate,
  commitments: commitmentsTemplate,
  'voice-form': voiceFormTemplate,
  export: cases.exportTemplate,
  accesses: cases.accessesTemplate,
  status: statusTemplate,
  away: awayTemplate,
  'away-saved': awaySavedTemplate,
  indicators: indicatorsTemplate,
  'my-data': myDataTemplate,
  'data-request': requestTemplate,
  'data-requests': requestListTemplate,
  ...CASE_FILE_TEMPLATES,
  ...EVENT_TEMPLATES,
  ...RECOGNITION_TEMPLATES,
  ...TRAINING_TEMPLATES,
  ...PRACTICE_TEMPLATES,
  ...SOURCE_TEMPLATES,
};

export type TemplateName = keyof typeof TEMPLATES;
export type EventTemplateName = keyof typeof EVENT_TEMPLATES;
export type RecognitionTemplateName = keyof typeof RECOGNITION_TEMPLATES;
export type TemplateData<Name extends TemplateName> = DataOf<(typeof TEMPLATES)[Name]>;
