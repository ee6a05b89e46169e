using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Scheduling;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Scheduling;

public sealed class PriorityClassTests
{
    private const string Valid = """{"metadata":{"name":"a"},"value":10}""";

    private static readonly Kind Kind = SchedulingKinds.All.Single();

    [Theory]
    [InlineData("value", "1000000000", "")]
    [InlineData("value", "1000000001", "Forbidden value")]
    [InlineData("preemptionPolicy", "\"x\"", "NotSupported preemptionPolicy")]
    [InlineData("preemptionPolicy", "\"\"", "Required preemptionPolicy")]
    [InlineData("metadata.name", "\"system-x\"", "Forbidden metadata.name")]
    [InlineData("metadata.name", "\"system-node-critical\"", "Forbidden metadata.name")]
    public void Validate_Edited_FindsExactly(string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));

    [Theory]
    [InlineData("value", "11", "Forbidden value")]
    [InlineData("preemptionPolicy", "\"Never\"", "Invalid preemptionPolicy")]
    [InlineData("description", "\"d\"", "")]
    public void ValidateUpdate_Edited_FindsExactly(string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.UpdateErrors(Kind, Valid, KindProbe.Edit(Valid, path, value)));

    [Fact]
    public void Bootstrap_Classes_AreValid() => Assert.All(PriorityClassBootstrap.PriorityClasses, c =>
    {
        var errors = new FieldErrors();
        Kind.Validate(c, errors);
        Assert.Empty(errors.All);
    });

    [Fact]
    public void Cells_Policy_IsDefaulted() =>
        Assert.Equal(["a", 10, false, "<unknown>", "PreemptLowerPriority"], Kind.Columns.Select(c => c.Cell(KindProbe.Create(Kind, Valid), KindProbe.Now)));
}
