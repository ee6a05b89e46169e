using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ActorKube.Tests.Lab;

/// <summary>Does something on a thread that is in the network namespace of a machine. A socket that it makes stays there, whoever uses it later.</summary>
internal static class InNamespace
{
    private const int NetworkNamespace = 0x40000000;

    public static T Run<T>(string name, Func<T> make)
    {
        var result = default(T);
        Exception? failure = null;

        // Not one of the pool: it ends, and nobody else finds itself in the namespace.
        var thread = new Thread(() =>
        {
            try
            {
                using var handle = File.OpenHandle($"/run/netns/{name}");
                if (setns((int)handle.DangerousGetHandle(), NetworkNamespace) != 0)
                {
                    throw new Win32Exception(Marshal.GetLastPInvokeError());
                }

                result = make();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw new InvalidOperationException($"In the network namespace {name}: {failure.Message}", failure);
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setns(int descriptor, int kind);
}
