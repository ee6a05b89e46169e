using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>
/// A thread that steps into a process's namespace, does one thing there and steps back. Namespaces belong to threads, so this must never be one of the pool's.
/// The work has to be quick: a socket made there can be connected anywhere.
/// </summary>
internal sealed class NamespaceThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Lazy<Thread> _thread;

    public NamespaceThread() => _thread = new Lazy<Thread>(Start);

    /// <summary>Runs the work in the namespace of a process.</summary>
    /// <param name="kind"><c>net</c> or <c>uts</c>.</param>
    /// <exception cref="IOException">The process is gone, or this process may not (it needs CAP_SYS_ADMIN).</exception>
    public Task<T> RunAsync<T>(int process, string kind, Func<T> work)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                completion.SetResult(InNamespace(process, kind, work));
            }
            catch (Exception e)
            {
                completion.SetException(e);
            }
        });
        _ = _thread.Value;
        return completion.Task;
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        if (_thread.IsValueCreated)
        {
            _thread.Value.Join();
        }

        _work.Dispose();
    }

    private static T InNamespace<T>(int process, string kind, Func<T> work)
    {
        var flag = kind == "net" ? Libc.CloneNewNet : Libc.CloneNewUts;
        using var home = Open($"/proc/thread-self/ns/{kind}");
        using var there = Open($"/proc/{process}/ns/{kind}");
        Enter(there, flag);
        try
        {
            return work();
        }
        finally
        {
            Enter(home, flag);
        }
    }

    private static SafeFileHandle Open(string path) => File.OpenHandle(path, share: FileShare.ReadWrite);

    private static void Enter(SafeHandle descriptor, int flag)
    {
        if (Libc.SetNamespace(descriptor, flag) != 0)
        {
            throw new IOException("cannot enter the namespace: " + new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }
    }

    private Thread Start()
    {
        var thread = new Thread(Run, maxStackSize: 256 * 1024) { IsBackground = true, Name = "namespaces" };
        thread.Start();
        return thread;
    }

    private void Run()
    {
        foreach (var action in _work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
