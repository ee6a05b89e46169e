using System.Collections.Concurrent;
using System.Globalization;
using ActorKube.Api.Kinds;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Metrics;

/// <summary>Counts and times the requests that pass through it, under the names that Kubernetes' dashboards know. Thread-safe.</summary>
public sealed class RequestMeter(KindRegistry kinds, TimeProvider time)
{
    private readonly ConcurrentDictionary<(RequestLabels Labels, int Code), Counter> _counts = new();
    private readonly ConcurrentDictionary<RequestLabels, DurationHistogram> _durations = new();
    private readonly Counter _reading = new();
    private readonly Counter _writing = new();
    private readonly Counter _longRunning = new();

    /// <param name="next">Told whether the request is a watch or a stream, which has no end of its own.</param>
    public async Task MeasureAsync(HttpContext http, Func<HttpContext, bool, Task> next)
    {
        var labels = RequestLabels.Of(http.Request, kinds);
        var running = labels.IsLongRunning ? _longRunning : labels.IsReading ? _reading : _writing;
        var start = time.GetTimestamp();
        running.Add(1);
        try
        {
            await next(http, labels.IsLongRunning).ConfigureAwait(false);
        }
        finally
        {
            running.Add(-1);
            _counts.GetOrAdd((labels, http.Response.StatusCode), static _ => new Counter()).Add(1);
            if (!labels.IsLongRunning)
            {
                _durations.GetOrAdd(labels, static _ => new DurationHistogram()).Add(time.GetElapsedTime(start));
            }
        }
    }

    internal void Write(MetricText page)
    {
        page.Begin("apiserver_request_total", "counter", "Requests that were answered, by what they asked for and the code of the answer.");
        foreach (var ((l, code), count) in _counts)
        {
            page.Sample("apiserver_request_total", count.Value, [("code", code.ToString(CultureInfo.InvariantCulture)), .. Labels(l)]);
        }

        page.Begin("apiserver_request_duration_seconds", "histogram", "Time that requests took, without watches and streams.");
        foreach (var (labels, durations) in _durations)
        {
            durations.Write(page, "apiserver_request_duration_seconds", Labels(labels));
        }

        page.Begin("apiserver_current_inflight_requests", "gauge", "Requests that are being answered, without watches and streams.");
        page.Sample("apiserver_current_inflight_requests", _reading.Value, ("request_kind", "readOnly"));
        page.Sample("apiserver_current_inflight_requests", _writing.Value, ("request_kind", "mutating"));
        page.Single("apiserver_longrunning_requests", "gauge", "Watches and streams that are open.", _longRunning.Value);
    }

    private static (string Name, string Value)[] Labels(RequestLabels labels) =>
    [
        ("group", labels.Group),
        ("resource", labels.Resource),
        ("scope", labels.Scope),
        ("subresource", labels.Subresource),
        ("verb", labels.Verb),
        ("version", labels.Version),
    ];

    private sealed class Counter
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Add(long amount) => Interlocked.Add(ref _value, amount);
    }
}
