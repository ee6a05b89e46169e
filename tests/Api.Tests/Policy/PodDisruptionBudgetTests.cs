using ActorKube.Api.Kinds;
using ActorKube.Api.Policy;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Policy;

public sealed class PodDisruptionBudgetTests
{
    private const string Valid = """{"metadata":{"name":"a"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"a":"b"}}}}""";

    private static readonly Kind Kind = PolicyKinds.All.Single();

    [Theory]
    [InlineData("spec.minAvailable", "\"50%\"", "")]
    [InlineData("spec.minAvailable", "-1", "Invalid spec.minAvailable")]
    [InlineData("spec.minAvailable", "\"x\"", "Invalid spec.minAvailable")]
    [InlineData("spec.minAvailable", "\"150%\"", "Invalid spec.minAvailable")]
    [InlineData("spec.maxUnavailable", "1", "Invalid spec")]
    [InlineData("spec.selector", """{"matchLabels":{"a b":"c"}}""", "Invalid spec.selector.matchLabels")]
    [InlineData("spec.unhealthyPodEvictionPolicy", "\"x\"", "NotSupported spec.unhealthyPodEvictionPolicy")]
    public void Validate_Edited_FindsExactly(string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));

    [Fact]
    public void Validate_Percentage_IsShownAsGoShowsIt() => Assert.Equal(
        "Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"150%\"}: must not be greater than 100%",
        KindProbe.CreateMessages(Kind, KindProbe.Edit(Valid, "spec.minAvailable", "\"150%\"")));

    [Theory]
    [InlineData("""{"currentHealthy":-1}""", "Invalid status.currentHealthy")]
    [InlineData("""{"conditions":[{"type":"A","status":"x","reason":"a b","lastTransitionTime":null}]}""",
        "Invalid status.conditions[0].reason; NotSupported status.conditions[0].status; Required status.conditions[0].lastTransitionTime")]
    [InlineData("""{"conditions":[{"type":"A","status":"True","reason":"R","lastTransitionTime":"2030-01-02T03:04:05Z"},{"type":"A","status":"True","reason":"R","lastTransitionTime":"2030-01-02T03:04:05Z"}]}""",
        "Duplicate status.conditions[1].type")]
    public void ValidateStatus_Edited_FindsExactly(string status, string expected) =>
        Assert.Equal(expected, KindProbe.StatusErrors(Kind, Valid, KindProbe.Edit(Valid, "status", status)));

    [Fact]
    public void Cells_Amounts_AreShown() => Assert.Equal(["a", "1", "N/A", 0, "<unknown>"], KindProbe.Cells(Kind, Valid));
}
