import type { Method } from '../../roadmap/roadmap.ts';
import type { Proof } from '../../store/proofs/proofs.ts';
import { languagesOf } from '../../study/languages.ts';
import { PROOF_LENGTH, proofProblems, type WrittenWork } from '../../study/proofs/problems.ts';
import { isTooLongAddress } from '../../text/web-address.ts';
import { clip, plain } from '../../view/escape.ts';
import { OTHER_LANGUAGE, PROOF_FIELD } from '../../view/proofs/form.ts';
import { problemSentence } from '../../view/proofs/problem.ts';
import type { Words } from '../../words/index.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import type { ProofDraft } from './drafts.ts';

/** A sentence that says what has to be corrected. */
export type Problem = (words: Words) => string;

const LANGUAGES_SHOWN = 24;

/** The languages of the roadmap, as choices of a list. */
export function languageChoices({ roadmap }: Call): readonly string[] {
  const names = languagesOf(roadmap).map((name) => clip(plain(name), PROOF_LENGTH.language));
  return [...new Set(names)].filter((name) => name !== '').slice(0, LANGUAGES_SHOWN);
}

/**
 * Reads the fields of a form. `before` has the file chosen earlier, because a form cannot show it as chosen again.
 */
export function typedIn(call: FormCall, before: ProofDraft | null): ProofDraft {
  const { fields } = call;
  const valueOf = (id: string): string => (fields.fields.has(id) ? fields.getTextInputValue(id) : '');
  const uploaded = fields.fields.has(PROOF_FIELD.file)
    ? fields.getUploadedFiles(PROOF_FIELD.file)?.first()
    : undefined;
  const file =
    uploaded === undefined
      ? (before?.file ?? null)
      : { url: uploaded.url, name: uploaded.name, size: uploaded.size };
  return {
    text: lines(valueOf(PROOF_FIELD.text)),
    link: valueOf(PROOF_FIELD.link).trim(),
    language: languageIn(call, plain(valueOf(PROOF_FIELD.other))),
    file,
  };
}

/** If a language was typed and another one chosen, the typed one counts. */
function languageIn(call: FormCall, typed: string): string {
  const { fields } = call;
  if (typed !== '' || !fields.fields.has(PROOF_FIELD.language)) return typed;
  const [chosen] = fields.getStringSelectValues(PROOF_FIELD.language);
  return chosen !== undefined && chosen !== OTHER_LANGUAGE && languageChoices(call).includes(chosen)
    ? chosen
    : '';
}

/** The reasons to refuse a form. `url` is the link as it was read; `before` is the present work. */
export function problemsOf(
  method: Method,
  { text, link, language, file }: ProofDraft,
  url: string | null,
  before: Proof | null,
): Problem[] {
  const problems = proofProblems(method, {
    text,
    link: linkState(link, url),
    language,
    hasMore: file !== null || before?.file != null || (before?.parts.length ?? 0) > 1,
  });
  return problems.map((problem) => (words) => problemSentence(words, problem, link));
}

/** Makes all line ends `\n`, because Discord's clients differ. */
export function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** Whether a text has nothing visible. */
export function isBlank(text: string): boolean {
  return plain(text) === '';
}

function linkState(typed: string, url: string | null): WrittenWork['link'] {
  if (typed === '') return 'none';
  if (url !== null) return 'address';
  return isTooLongAddress(typed) ? 'long' : 'unread';
}
