using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace BillingHeadless.Server.Platform.Operations;

/// <summary>How many requests there were and how long they took, by route, method and status: what ASP.NET Core measures, added up.</summary>
public sealed class RequestFigures : IDisposable
{
    private const string Instrument = "http.server.request.duration";
    private const string Name = "http_server_request_duration_seconds";
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<Series, Histogram> histograms = [];
    private readonly MeterListener listener = new();

    public void Listen()
    {
        listener.InstrumentPublished = (instrument, target) =>
        {
            if (instrument.Name == Instrument)
            {
                target.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Add(seconds, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    /// <summary>In the text format that metrics are collected in.</summary>
    public string Write()
    {
        var text = new StringBuilder($"# HELP {Name} Duration of requests.\n# TYPE {Name} histogram\n");
        foreach (var (series, histogram) in histograms.OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal))
        {
            histogram.Write(text, series);
        }

        return text.ToString();
    }

    /// <summary>Routes are ours and methods and statuses few, so there is an end of series; whoever invents methods ends up in none.</summary>
    private void Add(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Series.Of(tags);
        if (histograms.ContainsKey(series) || histograms.Count < Limits.MetricSeries)
        {
            histograms.GetOrAdd(series, _ => new Histogram()).Add(seconds);
        }
    }

    private sealed record Series(string Method, string Route, string Status)
    {
        public static Series Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var (method, route, status) = ("", "", "");
            foreach (var (name, value) in tags)
            {
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                (method, route, status) = name switch
                {
                    "http.request.method" => (text, route, status),
                    "http.route" => (method, text, status),
                    "http.response.status_code" => (method, route, text),
                    _ => (method, route, status),
                };
            }

            return new Series(method, route, status);
        }

        public override string ToString() => $"method=\"{Method}\",route=\"{Route.Replace("\"", "'", StringComparison.Ordinal)}\",status=\"{Status}\"";
    }

    private sealed class Histogram
    {
        private readonly Lock gate = new();
        private readonly long[] counts = new long[Bounds.Length];
        private double sum;
        private long count;

        public void Add(double seconds)
        {
            lock (gate)
            {
                sum += seconds;
                count++;
                for (var i = 0; i < Bounds.Length; i++)
                {
                    counts[i] += seconds <= Bounds[i] ? 1 : 0;
                }
            }
        }

        public void Write(StringBuilder text, Series series)
        {
            lock (gate)
            {
                for (var i = 0; i < Bounds.Length; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{Name}_bucket{{{series},le=\"{Bounds[i]}\"}} {counts[i]}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{Name}_bucket{{{series},le=\"+Inf\"}} {count}\n");
                text.Append(CultureInfo.InvariantCulture, $"{Name}_sum{{{series}}} {sum}\n{Name}_count{{{series}}} {count}\n");
            }
        }
    }
}
