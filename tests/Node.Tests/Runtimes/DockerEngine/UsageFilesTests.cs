using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

namespace ActorKube.NodeAgent.Tests.Runtimes.DockerEngine;

public sealed class UsageFilesTests
{
    private const string Memory = "MemTotal:       1000 kB\nMemFree:         200 kB\nInactive:        350 kB\nInactive(file):  300 kB\n";

    [Fact]
    public void HostUsage_OfProc_CountsWorkAndLeavesOutWaiting()
    {
        // user, nice, system, idle, iowait, irq, softirq, steal, guest, guest_nice; the last two are part of the first two.
        var usage = HostUsage.Of("cpu  10 1 20 1000 500 2 3 4 10 1", Memory, DateTimeOffset.UnixEpoch);

        Assert.Equal((40 * 10_000_000L, 500 * 1024L), (usage.CpuNanoseconds, usage.WorkingSetBytes));
    }

    [Theory]
    [InlineData("usage_usec 12\nuser_usec 3\n", "usage_usec", 12)]
    [InlineData("total_inactive_file_x 1\ntotal_inactive_file 7", "total_inactive_file", 7)]
    [InlineData(Memory, "Inactive(file)", 300)]
    public void Field_OfAFile_IsFoundByItsWholeName(string text, string name, long expected) => Assert.Equal(expected, KernelFiles.Field(text, name, "f"));

    [Fact]
    public void Field_ThatIsNotThere_IsAnError() => Assert.Throws<IOException>(() => KernelFiles.Field("a 1", "b", "f"));

    [Theory]
    [InlineData("cgroupfs", "1", "/sys/fs/cgroup/memory/docker/abc")]
    [InlineData("systemd", "1", "/sys/fs/cgroup/memory/system.slice/docker-abc.scope")]
    [InlineData("cgroupfs", "2", "/sys/fs/cgroup/docker/abc")]
    [InlineData("systemd", "2", "/sys/fs/cgroup/system.slice/docker-abc.scope")]
    public void Directory_OfAController_IsWhereTheEngineKeepsIt(string driver, string version, string expected) => Assert.Equal(expected, new Cgroups(driver, version).Directory("abc", "memory"));

    [Theory]
    [InlineData("cgroupfs", "1", "5:memory:/elsewhere/abc\n4:cpu,pids:/lab/h1/abc", "/sys/fs/cgroup/memory/lab/h1/def")]
    [InlineData("cgroupfs", "2", "0::/abc", "/sys/fs/cgroup/def")]
    [InlineData("systemd", "2", "0::/work.slice/docker-abc.scope", "/sys/fs/cgroup/work.slice/docker-def.scope")]
    [InlineData("systemd", "2", "0::/work.slice/docker-abc.scope/init", "/sys/fs/cgroup/system.slice/docker-def.scope")]
    [InlineData("cgroupfs", "1", "4:memory:/lab/abc", "/sys/fs/cgroup/memory/docker/def")]
    public void Learn_OfOneContainer_FindsTheOthers(string driver, string version, string lines, string expected)
    {
        var cgroups = new Cgroups(driver, version);
        cgroups.Learn("abc", lines.Split('\n'));

        Assert.Equal(expected, cgroups.Directory("def", "memory"));
    }
}
