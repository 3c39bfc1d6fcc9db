export function App() {
  return (
    <main>
      <h1>Spyglass</h1>
    </main>
  );
}
