/** What an error is to whoever meets it: an HTTP status, and one sentence in both languages. */
export interface ProblemText {
  status: number;
  id: string;
  en: string;
}
