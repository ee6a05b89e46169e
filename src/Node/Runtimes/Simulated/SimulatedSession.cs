using System.Runtime.CompilerServices;
using System.Text;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>A session with a process that has said all it will say and ends when <paramref name="exit"/> completes.</summary>
internal sealed class SimulatedSession(string stdout, string stderr, Task<int> exit) : IExecSession
{
    public Stream Input => Stream.Null;

    public async IAsyncEnumerable<OutputChunk> ReadOutputAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (stdout.Length > 0)
        {
            yield return new OutputChunk(OutputStream.Stdout, Encoding.UTF8.GetBytes(stdout));
        }

        if (stderr.Length > 0)
        {
            yield return new OutputChunk(OutputStream.Stderr, Encoding.UTF8.GetBytes(stderr));
        }

        await exit.WaitAsync(cancellationToken);
    }

    public Task CloseInputAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => exit.WaitAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
