using System.Text;
using ActorKube.Engine.Objects;
using ActorKube.Host.Composition.Fleet;

namespace ActorKube.EndToEnd.Tests.Fleet;

public sealed class PowerWatchTests
{
    [Theory]
    [InlineData("""{"name":"n","resourceVersion":""}""", true)]
    [InlineData("""{"name":"n","resourceVersion":"","annotations":{"simulated.actorkube.io/power":"off"}}""", false)]
    [InlineData("""{"name":"n","resourceVersion":"","annotations":{"a":"b", "simulated.actorkube.io/power" : "off"}}""", false)]
    [InlineData("""{"name":"n","resourceVersion":"","annotations":{"simulated.actorkube.io/power":"on"}}""", true)]
    [InlineData("""{"name":"n","resourceVersion":"","labels":{"simulated.actorkube.io/power":"off"}}""", true)]
    public void Machine_IsOff_ByItsAnnotationAlone(string metadata, bool isOn) => Assert.Equal(isOn, PowerWatch.IsOn(new StoredObject(
        new ObjectKey("nodes", "", "n"), 1, 1, ObjectState.Parse(Encoding.UTF8.GetBytes($$"""{"kind":"Node","apiVersion":"v1","metadata":{{metadata}}}""")))));
}
