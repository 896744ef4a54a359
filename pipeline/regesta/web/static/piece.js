// Pieces of the page from the server. Where it does not answer, an act that is sent says so; a piece is just not there.

/** The markup at an address; empty where the server has none, or does not answer. */
export const piece = async (address) => {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : "";
  } catch {
    return "";
  }
};
