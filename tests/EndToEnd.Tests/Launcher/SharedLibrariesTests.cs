using ActorKube.Host.Launcher.Images;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class SharedLibrariesTests
{
    private const string Output =
        """
        	linux-vdso.so.1 (0x00007f844708e000)
        	libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f8446d20000)
        	libtrace.so.0 => not found
        	/lib64/ld-linux-x86-64.so.2 (0x00007f8447090000)
        """;

    [Fact(Timeout = 10_000)]
    public void Libraries_OfWhatLddPrints_AreThoseWithAPath() => Assert.Equal(["/lib/x86_64-linux-gnu/libm.so.6", "/lib64/ld-linux-x86-64.so.2"], SharedLibraries.Parse(Output));
}
