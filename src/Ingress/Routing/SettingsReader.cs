using System.Globalization;
using ActorKube.Api.Networking;

namespace ActorKube.Ingresses.Routing;

/// <summary>Reads the annotations of an Ingress. One that is wrong is told and has no effect.</summary>
internal static class SettingsReader
{
    public const string ConnectTimeout = "actorkube.io/connect-timeout";
    public const string ReadTimeout = "actorkube.io/read-timeout";
    public const string Retries = "actorkube.io/connect-retries";
    public const string SslRedirect = "actorkube.io/ssl-redirect";
    public const string Weights = "actorkube.io/weights";

    private const int MaxRetries = 10;
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    /// <param name="wrong">Gets what is wrong: annotation and why.</param>
    public static RouteSettings Read(Ingress ingress, Action<string, string> wrong)
    {
        var settings = new RouteSettings();
        foreach (var (name, text) in ingress.Metadata.Annotations ?? new Dictionary<string, string>())
        {
            try
            {
                settings = name switch
                {
                    ConnectTimeout => settings with { ConnectTimeout = Time(text) is var time && time > TimeSpan.Zero ? time : throw new FormatException("it must be above 0") },
                    ReadTimeout => settings with { ReadTimeout = Time(text) is var time && time > TimeSpan.Zero ? time : Timeout.InfiniteTimeSpan },
                    Retries => settings with { Retries = Count(text) },
                    SslRedirect => settings with { RedirectsToHttps = bool.TryParse(text, out var isWanted) ? isWanted : throw new FormatException($"\"{text}\" is not true or false") },
                    Weights => settings with { Weights = ServiceWeights.Parse(text) },
                    _ => settings,
                };
            }
            catch (FormatException e)
            {
                wrong(name, e.Message);
            }
        }

        return settings;
    }

    /// <summary><c>500ms</c>, <c>2s</c>, <c>1m</c>, <c>1h</c>, or a number of seconds.</summary>
    private static TimeSpan Time(string text)
    {
        var (number, unit) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], TimeSpan.FromMilliseconds(1)),
            _ when text.EndsWith('s') => (text[..^1], TimeSpan.FromSeconds(1)),
            _ when text.EndsWith('m') => (text[..^1], TimeSpan.FromMinutes(1)),
            _ when text.EndsWith('h') => (text[..^1], TimeSpan.FromHours(1)),
            _ => (text, TimeSpan.FromSeconds(1)),
        };
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * unit.TotalSeconds <= MaxTimeout.TotalSeconds
            ? value * unit
            : throw new FormatException($"\"{text}\" is not a time such as 500ms, 2s or 1m, of at most a day");
    }

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaxRetries
        ? count
        : throw new FormatException($"\"{text}\" is not a number from 0 to {MaxRetries}");
}
