// What the market pays for a move either way, from the prices of a call and a put of one strike.

/**
 * The mean absolute move until the expiry that a straddle implies: its price, less what the distance of
 * its strike from the forward adds, by a normal distribution around the forward of put–call parity.
 * Null where the straddle costs no more than that distance.
 */
export function expectedMove(call: number, put: number): number | null {
  const straddle = call + put;
  const distance = Math.abs(call - put);
  if (!(straddle > distance)) {
    return null;
  }
  let [low, high] = [0, straddle];
  for (let halving = 0; halving < 50; halving += 1) {
    const move = (low + high) / 2;
    if (straddlePrice(move, distance) < straddle) {
      low = move;
    } else {
      high = move;
    }
  }
  return (low + high) / 2;
}

/** E|X − distance| of a normal X around zero whose E|X| is the move. */
function straddlePrice(move: number, distance: number): number {
  const z = distance / (move * Math.sqrt(Math.PI));
  return move * Math.exp(-z * z) + distance * errorFunction(z);
}

/** Abramowitz and Stegun 7.1.26, for z of 0 or more, to 1.5e-7. */
function errorFunction(z: number): number {
  const t = 1 / (1 + 0.3275911 * z);
  const sum =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return 1 - sum * Math.exp(-z * z);
}
