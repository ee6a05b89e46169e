using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>
/// One walk of <see cref="FieldsV1Writer"/>. Every method is called at the first token of its value and returns at the last one;
/// false means that the walk gives up.
/// </summary>
internal readonly ref partial struct FieldsV1Pass(RollbackBuffer buffer)
{
    public bool Members(ref Utf8JsonReader reader, FieldPlan plan)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (plan.Kind == ShapeKind.Struct && reader.ValueIsEscaped)
            {
                return false;
            }

            var member = plan.Kind == ShapeKind.Struct ? plan.Find(reader.ValueSpan, ref next) : null;
            if (member?.IsReset == true)
            {
                reader.Skip();
                continue;
            }

            var start = buffer.Begin();
            if (member is not null)
            {
                buffer.Append(member.Step);
            }
            else
            {
                buffer.Append("\"f:"u8);
                buffer.Append(reader.ValueSpan);
                buffer.Append("\":"u8);
            }

            reader.Read();
            if (!Value(ref reader, member?.Plan ?? plan.Item, start, member?.IsUnowned == true))
            {
                return false;
            }
        }

        return true;
    }

    // Appends the object for a step that is written already, or takes the step back.
    private bool Value(ref Utf8JsonReader reader, FieldPlan plan, int start, bool isUnowned)
    {
        if (!IsDivided(reader, plan))
        {
            var isOwned = !isUnowned && !plan.HasMembersBefore && (!plan.Before.IsPresent || Differs(ref reader, plan.Before.Value));
            reader.Skip();
            Close(start, isOwned);
            return true;
        }

        buffer.Append("{"u8);
        var isMember = !plan.Before.IsPresent && !isUnowned;
        if (isMember)
        {
            buffer.Append("\".\":{}"u8);
        }

        var begin = buffer.Length;
        var done = plan.Kind switch
        {
            ShapeKind.Set => Values(ref reader),
            ShapeKind.Keyed => Items(ref reader, plan),
            _ => Members(ref reader, plan),
        };
        if (buffer.Length > begin)
        {
            buffer.Append("}"u8);
        }
        else
        {
            buffer.RollBack(isMember ? begin - "{\".\":{}"u8.Length : begin - 1);
            Close(start, isMember);
        }

        return done;
    }

    private void Close(int start, bool isOwned)
    {
        if (isOwned)
        {
            buffer.Append("{}"u8);
        }
        else
        {
            buffer.RollBack(start);
        }
    }

    // Objects and lists with something in them, of a shape whose parts have owners of their own.
    private static bool IsDivided(Utf8JsonReader reader, FieldPlan plan)
    {
        var begin = plan.Kind switch
        {
            ShapeKind.Struct or ShapeKind.Map => JsonTokenType.StartObject,
            ShapeKind.Set or ShapeKind.Keyed => JsonTokenType.StartArray,
            _ => JsonTokenType.None,
        };
        return reader.TokenType == begin && reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray);
    }

    private static bool Differs(ref Utf8JsonReader reader, JsonNode? before)
    {
        if (before is null || reader.TokenType == JsonTokenType.Null)
        {
            return before is not null || reader.TokenType != JsonTokenType.Null;
        }

        var copy = reader;
        return !JsonNode.DeepEquals(before, JsonNode.Parse(ref copy));
    }
}
