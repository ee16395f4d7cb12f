package io.hayate.settings;

import io.hayate.log.LogConfig;
import io.hayate.machine.ServiceManager;
import io.hayate.metrics.file.CountersConfig;
import io.hayate.notify.NotifyConfig;
import io.hayate.recording.RecordConfig;
import io.hayate.view.web.server.WebConfig;
import java.nio.file.Path;

/**
 * What a run leaves behind.
 *
 * @param latencyReport the folder for the latency report; null for none
 * @param summaryJson the file for the summary as JSON; null for none
 * @param recording whether and how all traffic is recorded
 * @param counters where its counters lie while it lives
 * @param log whether and where what is said is logged
 * @param notifications who is told of what
 * @param web whether and where it is seen in a browser
 * @param service the service manager that started this process, which is told how it is
 */
public record RunOutputs(
        Path latencyReport,
        Path summaryJson,
        RecordConfig recording,
        CountersConfig counters,
        LogConfig log,
        NotifyConfig notifications,
        WebConfig web,
        ServiceManager service) {}
