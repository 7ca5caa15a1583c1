import { type Notice, type PageParts, page, type Reply, type Tool } from '#range';

/** What every screen is made of, beside its body. */
export interface ScreenParts extends Omit<PageParts, 'frame'> {
  transaction: string;
  subtitle?: string;
  /** The functions of the screen, as buttons of the form `screen` or as links. */
  tools: Tool[];
  notice?: Notice | null | undefined;
}

/** A screen: its functions, command box and transaction belong to the frame, and messages to the message line. */
export function screen({ transaction, subtitle, tools, notice, ...parts }: ScreenParts): Reply {
  const frame = {
    command: '/command',
    system: '· CVP (1) client 100',
    server: 'CVP',
    transaction,
    toolbar: tools,
  };
  const heading = { ...(subtitle ? { subtitle } : {}), ...parts.heading };
  return page({ ...parts, heading, frame }, notice ? { notice } : {});
}

/** A tool that leads to another screen. */
export const leads = (label: string, icon: string, href: string): Tool => ({ label, icon, href });
/** The tool that leads one screen back. */
export const back = (href: string): Tool => leads('Back', 'back', href);
/** The tool that leads to the start menu. */
export const exit: Tool = leads('Exit', 'exit', '/');
/** A tool that submits the screen's form, which has the id `screen`. */
export function submit(label: string, value: string, icon: string): Tool & { value: string } {
  return { label, value, icon, form: 'screen' };
}

/** Typed ids as the console keeps them: upper case, no spaces around. */
export function upper(text: string | undefined): string {
  return (text ?? '').trim().toUpperCase();
}

/** The address of a user in a transaction. */
export function addressIn(code: string, userId: string): string {
  return `/${code.toLowerCase()}/${encodeURIComponent(userId)}`;
}
