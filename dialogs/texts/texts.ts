/** Every sentence the bot itself says, in one language. What it knows of the job is content, in `knowledge/`. */
export interface Texts {
  greeting: string;
  /** Under a greeting: the quiz that the person left. */
  greetingWithPausedQuiz(index: number, total: number): string;
  /** Under an answer: where it comes from. Small. */
  source(section: string): string;
  /** Before the topics to pick from. */
  clarify: string;
  unknown: { text: string; withTopics: string };
  unreadable: { empty: string; attachment: string; long: string };
  distress: string;
  /** The person is not content with the bot. */
  complaint: string;
  handoff: { withAdvisor(contact: string): string; withoutAdvisor: string };
  erase: {
    /** @param stored what there is, as phrases */
    ask(stored: string[]): string;
    messages: string;
    quizAnswers(count: number): string;
    confirm: string;
    cancel: string;
    /** Words, beside the buttons, that confirm. */
    yes: string[];
    /** Words, beside the buttons, that keep everything. */
    no: string[];
    done: string;
    kept: string;
  };
  /** The person asked for this language. */
  language: string;
  fault: string;
  quiz: {
    /** Before an item: where the person stands and the statement. */
    item(index: number, total: number, text: string): string;
    /** Repeats the answer that was understood. */
    noted(label: string): string;
    resumed(index: number, total: number): string;
    restarted: string;
    /** The quiz was edited since the person left it. */
    changed: string;
    back: string;
    backAtStart: string;
    why(reason: string, section: string): string;
    noSkip: string;
    stopped(index: number, total: number): string;
    unclear: string;
    stale: string;
    staleWithoutQuiz: string;
  };
  verdict: {
    title(label: string, score: number, low: number, high: number): string;
    noScore(label: string): string;
    capped(profile: number, cap: number, reason: string): string;
    /** Two conditions that only together limit the score so far. */
    cappedTogether(profile: number, cap: number, reasons: [string, string]): string;
    borderline: string;
    strengths: string;
    watch: string;
    next: string;
    dimensions: string;
    /** One line of a list, with the section of the guide that it comes from. */
    point(text: string, section: string): string;
    dimension(label: string, score: number): string;
    code(code: string): string;
  };
  buttons: { erase: string; retake: string; discover: string };
}
