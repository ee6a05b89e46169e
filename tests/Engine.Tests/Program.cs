using ActorKube.Engine.Tests.Journals;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ActorKube.Engine.Tests;

/// <summary>Runs the tests, or, started by a crash test, the process that it is going to kill.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args switch
    {
        [CrashingWriter.Argument, var path] => CrashingWriter.RunAsync(path),
        _ when args.Contains("--server") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
