package io.hayate.session;
