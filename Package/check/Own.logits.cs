// Does not compile on purpose: a file of this name is read by the analyzer and never by the compiler.
namespace Consumer
{
    class OwnModel { [return: Probabilities] Tensor predict(Tensor input); }
}
