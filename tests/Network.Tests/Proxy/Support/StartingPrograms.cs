using System.Diagnostics;

namespace ActorKube.Network.Tests.Proxy.Support;

/// <summary>Starts one program after the other. A process that was just forked has the files of its parent, ports that listen among them, until it becomes another program.</summary>
internal sealed class StartingPrograms : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Task _starting;

    public StartingPrograms() => _starting = Task.Run(StartAsync);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _starting;
        _over.Dispose();
    }

    private async Task StartAsync()
    {
        while (!_over.IsCancellationRequested)
        {
            using var program = Process.Start("/bin/true");
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }
}
