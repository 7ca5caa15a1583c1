/** A knowledge article: a rule of the operators' book, or a page of the desk's own. */
export interface Article {
  id: string;
  title: string;
  topic: 'Operator rule' | 'Desk procedure';
  severity: 'critical' | 'standard';
  text: string;
}

/**
 * A page of the desk's own: its number, how grave it is to go wrong about it, its title, its lines. Where a line ends
 * here says nothing of where it ends on a page: an empty one parts paragraphs.
 */
export function article(head: string, title: string, lines: readonly string[]): Article {
  const [id = '', severity] = head.split(' ') as [string, Article['severity']];
  const paragraphs = lines
    .map(line => line || '\n\n')
    .join(' ')
    .split(/\s*\n\n\s*/);
  return { id, title, severity, topic: 'Desk procedure', text: paragraphs.join('\n\n') };
}
