/** What an experiment found, as tables, charts and sentences, and the forms it is given in: on a terminal, as files, as one page. */
@NullMarked
package io.github.pushforward.example.report;

import org.jspecify.annotations.NullMarked;
