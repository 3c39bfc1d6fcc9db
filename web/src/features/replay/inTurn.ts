// Orders on their way to the server, one after the other, so that they arrive as they were given.
import type { Order } from "../../state/steering";

type Send<Answer> = (orders: readonly Order[]) => Promise<Answer>;

interface Waiting<Answer> {
  readonly orders: readonly Order[];
  readonly settle: (answer: Promise<Answer>) => void;
}

/**
 * Sends orders in turn. Those that wait give way to later ones of the same kind, whose answer they
 * get: of many seeks the last one is sent. Steps all count.
 */
export function inTurn<Answer>(send: Send<Answer>): Send<Answer> {
  let waiting: readonly Waiting<Answer>[] = [];
  let isSending = false;
  const sendNext = () => {
    const [next, ...rest] = waiting;
    waiting = rest;
    isSending = next !== undefined;
    if (next !== undefined) {
      const answer = send(next.orders);
      next.settle(answer);
      answer.then(sendNext, sendNext);
    }
  };
  return (orders) =>
    new Promise((resolve) => {
      const outdone = waiting.filter((earlier) => outdoes(orders, earlier.orders));
      const settle = (answer: Promise<Answer>) => {
        outdone.forEach((earlier) => {
          earlier.settle(answer);
        });
        resolve(answer);
      };
      waiting = [...waiting.filter((earlier) => !outdone.includes(earlier)), { orders, settle }];
      if (!isSending) {
        sendNext();
      }
    });
}

function outdoes(later: readonly Order[], earlier: readonly Order[]): boolean {
  const kind = (orders: readonly Order[]) => orders.map(({ action }) => action).join(" ");
  return kind(later) === kind(earlier) && kind(later) !== "step";
}
