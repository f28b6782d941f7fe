const SESSION = '/app/teams';

/** Changes the token of Teams for a session. Returns false when the browser does not keep it. */
export async function signIn(tokenOfTeams: () => Promise<string>): Promise<boolean> {
  const token = await tokenOfTeams();
  const headers = { 'content-type': 'application/json' };
  const sent = await fetch(SESSION, { method: 'POST', headers, body: JSON.stringify({ token }) });
  return sent.ok && (await fetch(SESSION)).ok;
}
