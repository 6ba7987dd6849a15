/*
 * Suggestions under the search fields and under fields for a colleague: a combobox with a list (ARIA APG, list autocomplete with
 * manual selection). The fields work without: Enter searches, a name is looked up when the form is sent.
 */
(() => {
  "use strict";
  const PAUSE = 160;
  const ICONS = "http://www.w3.org/2000/svg";

  const iconOf = (name) => {
    const svg = document.createElementNS(ICONS, "svg");
    const use = document.createElementNS(ICONS, "use");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#i-" + name);
    svg.append(use);
    return svg;
  };

  // a search leads to what is chosen; a name is filled in
  const SEARCH = {
    shortest: 2,
    place: (field) => field.closest("form"),
    name: (field) => field.getAttribute("aria-label"),
    url: (field) => "/search/suggestions?q=" + encodeURIComponent(field.value),
    choose: (field, option) => location.assign(option.href),
  };
  const COLLEAGUE = {
    shortest: 3,
    place: (field) => field.parentElement,
    name: (field) => field.labels[0].firstChild.textContent.trim(),
    url: (field) => field.dataset.colleagues + "?q=" + encodeURIComponent(field.value),
    choose: (field, option) => {
      field.value = option.dataset.value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
  };

  const enhance = (field, number, how) => {
    const list = document.createElement("div");
    list.className = "options";
    list.id = "options-" + number;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", how.name(field));
    list.hidden = true;
    how.place(field).append(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);

    let timer = 0;
    let asking = null;
    let shown = "";
    let current = -1;

    const options = () => [...list.children];
    const mark = (index) => {
      current = index;
      options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
      const option = options()[index];
      if (option) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else {
        field.removeAttribute("aria-activedescendant");
      }
    };
    const close = () => {
      clearTimeout(timer);
      asking?.abort();
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      mark(-1);
    };
    const open = () => {
      if (!list.children.length || document.activeElement !== field) return;
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    };
    const show = (text, fragment) => {
      const found = fragment.querySelector("[data-announce]");
      const links = found ? [...found.querySelectorAll("[role=option]")] : [];
      links.forEach((link) => {
        link.id = list.id + "-" + link.id;
        link.prepend(iconOf(link.dataset.icon));
      });
      list.replaceChildren(...links.map((link) => document.adoptNode(link)));
      shown = text;
      mark(-1);
      if (!links.length) {
        close();
      } else {
        open();
      }
      const polite = document.getElementById("polite");
      if (polite && found && document.activeElement === field) polite.textContent = found.dataset.announce;
    };
    const ask = async () => {
      const text = field.value.trim();
      if (text.length < how.shortest) {
        list.replaceChildren();
        shown = "";
        close();
        return;
      }
      if (text === shown) {
        open();
        return;
      }
      asking?.abort();
      asking = new AbortController();
      try {
        const answer = await fetch(how.url(field), {
          credentials: "same-origin", redirect: "error", signal: asking.signal,
        });
        if (!answer.ok) return;
        const fragment = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (field.value.trim() === text) show(text, fragment);
      } catch {
        // the line is down, the session over or more was typed; Enter still searches
      }
    };

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    field.addEventListener("keydown", (event) => {
      const last = options().length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) {
          if (event.key === "ArrowDown") ask();
          return;
        }
        event.preventDefault();
        const down = event.key === "ArrowDown";
        mark(down ? (current >= last ? -1 : current + 1) : (current < 0 ? last : current - 1));
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "Enter") {
        const chosen = list.hidden ? null : options()[current];
        if (chosen) {
          event.preventDefault();
          shown = chosen.dataset.value ?? shown;
          how.choose(field, chosen);
        }
        close();
      } else if (event.key === "Tab") {
        close();
      }
    });
    // a press on an option must not take the focus away before the click
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[data-value]");
      if (!option) return;
      shown = option.dataset.value;
      how.choose(field, option);
      close();
    });
    field.addEventListener("blur", close);
    field.addEventListener("focus", () => { if (field.value.trim() === shown && shown && !list.hidden) open(); });
    window.addEventListener("pageshow", (event) => { if (event.persisted) close(); });
  };

  document.querySelectorAll("form[action='/search'] input[name=q]").forEach((field, number) => enhance(field, number, SEARCH));
  document.querySelectorAll("[data-colleagues]").forEach((field, number) => enhance(field, "colleague-" + number, COLLEAGUE));
})();
