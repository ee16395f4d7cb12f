package io.hayate.order;
