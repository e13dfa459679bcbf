import type { Finding, FindingKind } from './finding.ts';

/** What each kind is about, and what to do, in the order in which they are told. */
const KINDS: Record<FindingKind, [title: string, remedy: string]> = {
  'few-utterances': ['Too few utterances', 'think of who else asks this, and how; docs/content.md names them'],
  repeated: ['The same utterance twice in an entry', 'delete one: it adds nothing'],
  shared: ['The same text in two entries', 'keep it where most people would mean it'],
  misunderstood: [
    'Labels and questions that are understood as something else',
    'word it as only this entry would be asked',
  ],
  unreachable: [
    'Entries that are not found by words that they were not given',
    'add utterances that have something in common and differ from those of the neighbours below, or merge the entry',
  ],
  overlap: [
    'Entries whose utterances are answered as another, nearest first',
    'move those that most people would mean as the other; give each more of what only it is asked',
  ],
  'dead-end': ['Topics that no answer leads to', 'name the topic in the followUps of another entry'],
  meaningless: ['Follow-ups that mean nothing anywhere', 'name the follow-up in the turns of a topic, or delete it'],
  'few-translated': [
    'Entries with far fewer utterances than in another language',
    'bring it nearer to the other language',
  ],
  untranslated: ['Texts that are the same in two languages', 'translate it'],
};

/** A list that is longer is not read; the first are the gravest. */
const MOST_SHOWN = 40;

/** For an author to read: kind by kind, each with what to do. Long lists are cut after their errors. */
export function describeFindings(findings: readonly Finding[]): string {
  const groups = Object.entries(KINDS).flatMap(([kind, [title, remedy]]) => {
    const group = findings.filter((finding) => finding.kind === kind);
    if (group.length === 0) return [];
    const shown = group.filter(({ severity }, i) => severity === 'error' || i < MOST_SHOWN);
    const lines = shown.map((finding) => {
      const { severity, file, entry } = finding;
      return `  ${severity.padEnd(8)}${file}: "${entry}" ${problemOf(finding)}`;
    });
    const left = group.length - shown.length;
    if (left > 0) lines.push(`  … and ${left} more, which --json lists`);
    return [[`${title} (${group.length})`, `  What to do: ${remedy}.`, ...lines].join('\n')];
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [...groups, `errors: ${errors}, warnings: ${findings.length - errors}`].join('\n\n');
}

/** The end of a sentence that starts with the entry. */
function problemOf(finding: Finding): string {
  switch (finding.kind) {
    case 'few-utterances':
      return `has ${finding.has} utterances in "${finding.locale}" and needs ${finding.needs}`;
    case 'repeated':
      return `has « ${finding.utterance} » twice`;
    case 'shared':
      return `is found by « ${finding.text} », and so is "${finding.other}"`;
    case 'misunderstood':
      return `has the ${finding.field} « ${finding.text} », understood as ${finding.as.outcome} ${finding.as.entries.join(', ')}`;
    case 'unreachable':
      return `comes first for ${finding.first} of its ${finding.asked} utterances in "${finding.locale}"`;
    case 'overlap':
      return `is answered as "${finding.other}" for ${percent(finding.answered / finding.asked)} of its utterances: ${finding.examples.map((text) => `« ${text} »`).join(', ')}`;
    case 'dead-end':
      return 'is in the followUps of no other entry';
    case 'meaningless':
      return 'is in the turns of no topic, and picks nothing';
    case 'few-translated':
      return `has ${finding.has} utterances in "${finding.locale}" and ${finding.most} in "${finding.than}"`;
    case 'untranslated':
      return `has the same ${finding.field} in "${finding.locale}" as in "${finding.like}"`;
  }
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
