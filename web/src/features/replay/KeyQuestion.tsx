import { useState } from "react";
import { Dialog } from "../../parts/Dialog";
import { useKeyQuestion, type KeyQuestion as Question } from "../../state/key";

/** Asks for the server's key where an order to the replay needs it. */
export function KeyQuestion() {
  const question = useKeyQuestion();
  return question === null ? null : <Ask question={question} />;
}

function Ask({ question }: { question: Question }) {
  const [key, setKey] = useState("");
  return (
    <Dialog
      title="The server’s key"
      className="go-to"
      onClose={() => {
        question.answer(null);
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          question.answer(key);
        }}
      >
        <label>
          ADMIN_API_KEY{" "}
          <input
            data-focus
            type="password"
            autoComplete="off"
            aria-describedby="key-use"
            value={key}
            onChange={({ target }) => {
              setKey(target.value);
            }}
          />
        </label>
        <button type="submit" disabled={key === ""}>
          Go on
        </button>
        <p id="key-use">
          Steering what this server shows needs its key. The page forgets it when it is closed.
        </p>
      </form>
    </Dialog>
  );
}
