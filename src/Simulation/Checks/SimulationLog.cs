using ActorKube.Api.Errors;
using ActorKube.Engine.Journals;
using Microsoft.Extensions.Logging;

namespace ActorKube.Simulation.Checks;

/// <summary>What a host logs goes into the history. An error that is not the database's being away is one of the engine.</summary>
internal sealed class SimulationLog(History history, string host) : ILoggerFactory, ILogger
{
    public void AddProvider(ILoggerProvider provider)
    {
        // There is only this one.
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var text = $"{host} logs: {formatter(state, exception)}";
        if (logLevel >= LogLevel.Error && exception is not (null or JournalUnavailableException or ApiException))
        {
            history.Violated($"{text}: {exception.GetType().Name}: {exception.Message}");
        }
        else
        {
            history.Add(text);
        }
    }

    public void Dispose()
    {
        // Nothing to release.
    }
}
