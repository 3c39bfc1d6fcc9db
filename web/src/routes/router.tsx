// The pages, each a route. The first one is in the first download, the others come when asked for.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from "@tanstack/react-router";
import { readSearch } from "../state/search";
import { Live } from "./Live";

const root = createRootRoute({ component: Outlet });

const live = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readSearch,
  component: Live,
});

const glossary = createRoute({
  getParentRoute: () => root,
  path: "/glossary",
  component: lazyRouteComponent(() => import("./Glossary"), "Glossary"),
});

const routeTree = root.addChildren([live, glossary]);

/** The pages at the browser's address, or at another one. */
export function pages(history?: RouterHistory) {
  return createRouter({ routeTree, ...(history === undefined ? {} : { history }) });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof pages>;
  }
}
