
[assembly: AssemblyFixture(typeof(ActorKube.Tests.Engines.EngineFixture))]

namespace ActorKube.Tests.Engines;

/// <summary>The engine that all tests of this project share: found or started when the first one needs it, stopped after the last.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim _lock = new(1, 1);
    private TestEngine? _engine;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Endpoint of an engine that has <see cref="TestImage"/>.</summary>
    public async Task<string> GetEndpointAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await _lock.WaitAsync(cancellationToken);
        try
        {
            if (_engine is null)
            {
                var engine = await TestEngine.OpenAsync(cancellationToken);
                _engine = engine;
                await TestImage.EnsureAsync(engine.Endpoint, cancellationToken);
            }

            return _engine.Endpoint;
        }
        finally
        {
            _lock.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _lock.Dispose();
    }
}
