package io.hayate.strategy;
