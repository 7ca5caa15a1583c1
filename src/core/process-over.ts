/** Whether no process of that number lives any more: what it left may be swept away. */
export function isProcessOver(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Anything else, such as a lack of rights, is a sign of a process that lives.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
